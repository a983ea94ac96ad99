import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * Runs a Cypher script twice in Neo4j's test harness: in this process, without server, shell or
 * authentication, a transaction a statement. Prints how many nodes and relationships there are after
 * each run.
 *
 * <p>Arguments: folder to work in, script.
 */
public class InProcess {
  public static void main(String[] arguments) throws Exception {
    // Statements end with the line; in texts line breaks are escaped.
    String[] statements = Files.readString(Path.of(arguments[1])).split(";\n");
    try (Neo4j neo4j =
        Neo4jBuilders.newInProcessBuilder(Path.of(arguments[0])).withDisabledServer().build()) {
      GraphDatabaseService database = neo4j.defaultDatabaseService();
      for (int run = 0; run < 2; ++run) {
        for (String statement : statements) {
          database.executeTransactionally(statement);
        }
        System.out.println(
            count(database, "MATCH (n) RETURN count(n) AS n")
                + " "
                + count(database, "MATCH ()-[r]->() RETURN count(r) AS n"));
      }
    }
  }

  private static Object count(GraphDatabaseService database, String query) {
    return database.executeTransactionally(query, Map.of(), result -> result.next().get("n"));
  }
}
