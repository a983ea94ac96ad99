"""What the tests beside this one rely on: a server that wants a password, and neo4j-admin's import."""

import unittest
import urllib.error
import urllib.request

from neo4j_server import Neo4jError, shared_server


class Neo4jServer(unittest.TestCase):
    def setUp(self):
        self.neo4j = shared_server()
        self.neo4j.clear()

    def test_keeps_what_it_is_told(self):
        self.neo4j.run("CREATE (n:Entity {name: $name})", name="Marta O'Keller 🕊")
        self.assertEqual(self.neo4j.run("MATCH (n) RETURN n.name AS name, labels(n) AS labels"),
                         [{"name": "Marta O'Keller 🕊", "labels": ["Entity"]}])
        self.neo4j.clear()
        self.assertEqual(self.neo4j.value("MATCH (n) RETURN count(n)"), 0)

    def test_lets_nobody_in_without_the_password(self):
        with self.assertRaises(urllib.error.HTTPError) as raised:
            urllib.request.urlopen(self.neo4j.http_url + "/db/neo4j/tx/commit", data=b"{}")
        self.assertEqual(raised.exception.code, 401)
        raised.exception.close()

    def test_answers_its_shell(self):
        self.neo4j.shell(stdin="CREATE (:Entity {name: 'Keller'});\n")
        self.assertEqual(self.neo4j.value("MATCH (n:Entity) RETURN n.name"), "Keller")

    def test_says_what_it_does_not_like(self):
        with self.assertRaisesRegex(Neo4jError, "SyntaxError"):
            self.neo4j.run("MERGE (n:Entity {id: 'a'} SET n.x = 1")
        with self.assertRaisesRegex(Neo4jError, "Invalid input"):
            self.neo4j.shell(stdin="MERGE (n:Entity {id: 'a'} SET n.x = 1;\n")


if __name__ == "__main__":
    unittest.main()
