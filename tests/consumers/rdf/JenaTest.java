import java.io.File;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Jena takes every syntax without a warning, reads the same from each, finds that exports fulfil the shapes, and
 * finds each thing that is wrong in broken.ttl: JenaTest DIRECTORY SCHEMAS BROKEN
 */
public class JenaTest {
  private static void check(boolean holds, String message) {
    if (holds) return;
    System.err.println("FAILED: " + message);
    System.exit(1);
  }

  /** As riot --validate reads: what it would warn of is an exception here. */
  private static DatasetGraph read(File file) {
    return RDFParser.source(file.getPath()).checking(true)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).toDatasetGraph();
  }

  private static Set<Quad> quads(File file) {
    Set<Quad> quads = new HashSet<>();
    read(file).find().forEachRemaining(quads::add);
    return quads;
  }

  private static void compare(File directory, String name, String... endings) {
    Set<Quad> first = quads(new File(directory, name + endings[0]));
    check(first.size() > 100, name + endings[0] + " has only " + first.size() + " statements");
    for (String ending : endings) {
      check(quads(new File(directory, name + ending)).equals(first),
          name + ending + " says something else than " + name + endings[0]);
    }
  }

  private static ValidationReport validate(Shapes shapes, File file) {
    return ShaclValidator.get().validate(shapes, read(file).getDefaultGraph());
  }

  public static void main(String[] arguments) {
    File directory = new File(arguments[0]);
    File schemas = new File(arguments[1]);
    File broken = new File(arguments[2]);
    read(new File(schemas, "news.ttl"));
    for (String name : new String[] {"hostile", "examples"}) {
      compare(directory, name, ".nt", ".ttl", ".trig", ".nq", ".jsonld");
    }
    compare(directory, "documents", ".nq", ".trig", ".jsonld");

    Shapes shapes = Shapes.parse(read(new File(schemas, "news.shacl.ttl")).getDefaultGraph());
    for (String name : new String[] {"hostile.ttl", "examples.ttl"}) {
      ValidationReport report = validate(shapes, new File(directory, name));
      check(report.conforms(), name + " does not conform: " + report.getEntries());
    }
    Set<String> expected = new TreeSet<>();
    Graph wrong = read(broken).getDefaultGraph();
    wrong.find().forEachRemaining(triple -> {
      if (triple.getSubject().toString().startsWith("http://broken.example/")) {
        expected.add(triple.getSubject().toString());
      }
    });
    Set<String> found = new TreeSet<>();
    validate(shapes, broken).getEntries().forEach(entry -> found.add(entry.focusNode().toString()));
    check(expected.size() > 20 && found.equals(expected),
        "of " + broken + " is found " + found + "; expected " + expected);
  }
}
