import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.NTriplesDocumentFormat;
import org.semanticweb.owlapi.formats.RDFJsonLDDocumentFormat;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.parameters.Imports;

/**
 * OWLAPI, and so Protégé, sees classes, object and data properties in the exports and in the ontology, and takes
 * none of them for an annotation: OwlapiTest DIRECTORY NEWS_TTL
 */
public class OwlapiTest {
  private static final String NGO = "https://newsgraph.example/ontology#";
  private static final String BASE = "https://newsgraph.example/";

  /** What is meant as an annotation; all else that OWLAPI takes for one was not understood. */
  private static final Set<String> ANNOTATIONS = Set.of(
      "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2000/01/rdf-schema#comment",
      "http://www.w3.org/2000/01/rdf-schema#seeAlso", "http://www.w3.org/2004/02/skos/core#prefLabel",
      "http://www.w3.org/2004/02/skos/core#altLabel", "http://purl.org/dc/terms/identifier",
      "http://purl.org/dc/terms/title", "http://purl.org/dc/terms/conformsTo",
      "http://purl.org/dc/terms/description", "http://purl.org/dc/elements/1.1/publisher",
      "http://purl.org/dc/elements/1.1/creator", "http://purl.org/dc/elements/1.1/language",
      "http://purl.org/dc/elements/1.1/source");

  private static void check(boolean holds, String message) {
    if (holds) return;
    System.err.println("FAILED: " + message);
    System.exit(1);
  }

  private static OWLOntology load(File file) throws Exception {
    // Told, because of JSON it cannot guess which RDF it is.
    OWLDocumentFormat format = file.getName().endsWith(".jsonld") ? new RDFJsonLDDocumentFormat()
        : file.getName().endsWith(".nt") ? new NTriplesDocumentFormat() : new TurtleDocumentFormat();
    OWLOntology ontology = OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(new FileDocumentSource(file, format));
    Set<String> strangers = ontology.annotationPropertiesInSignature(Imports.EXCLUDED)
        .map(property -> property.getIRI().toString())
        .filter(iri -> !ANNOTATIONS.contains(iri))
        .collect(Collectors.toCollection(TreeSet::new));
    check(strangers.isEmpty(), file + " has properties that were taken for annotations: " + strangers);
    check(ontology.classesInSignature().filter(c -> c.getIRI().toString().startsWith(NGO)).count() >= 20,
        file + " has too few classes");
    check(ontology.objectPropertiesInSignature().filter(p -> p.getIRI().toString().startsWith(NGO)).count() >= 14,
        file + " has too few object properties");
    check(ontology.dataPropertiesInSignature().filter(p -> p.getIRI().toString().startsWith(NGO)).count() >= 20,
        file + " has too few data properties");
    return ontology;
  }

  /** How many assertions there are of properties with such IRIs. */
  private static long facts(OWLOntology ontology, String start) {
    return ontology.axioms(AxiomType.OBJECT_PROPERTY_ASSERTION)
        .filter(fact -> fact.getProperty().asOWLObjectProperty().getIRI().toString().startsWith(start))
        .count();
  }

  public static void main(String[] arguments) throws Exception {
    File directory = new File(arguments[0]);
    OWLOntology news = load(new File(arguments[1]));
    check(news.getOntologyID().getVersionIRI().isPresent(), "the ontology has no version");
    for (String name : new String[] {"hostile", "examples"}) {
      OWLOntology turtle = load(new File(directory, name + ".ttl"));
      check(facts(turtle, BASE + "relation/") > 0, name + " has no facts");
      check(facts(turtle, NGO + "claim") > 0, name + " has no claims");
      check(turtle.individualsInSignature().count() > 50, name + " has hardly any individuals");
      for (String ending : new String[] {".nt", ".jsonld"}) {
        OWLOntology other = load(new File(directory, name + ending));
        check(other.axioms().collect(Collectors.toSet()).equals(turtle.axioms().collect(Collectors.toSet())),
            name + ending + " says something else than " + name + ".ttl");
      }
    }
  }
}
