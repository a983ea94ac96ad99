// Opens a graph file as Gephi does, prints what Gephi then holds as JSON, and draws it:
//   java -cp gephi-toolkit.jar OpenInGephi.java FILE PICTURE.pdf
import java.awt.Font;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.PDFExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class OpenInGephi {
  public static void main(String[] args) throws Exception {
    // What Gephi prints itself must not get into the JSON.
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    System.setOut(System.err);

    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    List<String> issues = new ArrayList<>();
    collect(container, issues);  // of reading
    importer.process(container, new DefaultProcessor(), workspace);
    collect(container, issues);  // of adding to the graph
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    DirectedGraph graph = model.getDirectedGraph();

    out.print("{\"issues\": [");
    for (int i = 0; i < issues.size(); ++i) out.print((i > 0 ? ", " : "") + json(issues.get(i)));
    out.print("],\n\"types\": [");
    boolean first = true;
    for (Object type : model.getEdgeTypeLabels()) {
      if (type == null) continue;
      out.print((first ? "" : ", ") + json(type));
      first = false;
    }
    out.print("],\n\"dynamic\": " + model.isDynamic() + ",\n\"nodes\": [");
    first = true;
    for (Node node : graph.getNodes().toArray()) {
      out.print((first ? "\n" : ",\n") + "{\"id\": " + json(node.getId()) + ", \"label\": "
          + json(node.getLabel()) + ", \"x\": " + node.x() + ", \"y\": " + node.y()
          + ", \"size\": " + node.size() + ", \"color\": [" + Math.round(node.r() * 255) + ", "
          + Math.round(node.g() * 255) + ", " + Math.round(node.b() * 255) + "]"
          + attributes(node) + "}");
      first = false;
    }
    out.print("],\n\"edges\": [");
    first = true;
    for (Edge edge : graph.getEdges().toArray()) {
      out.print((first ? "\n" : ",\n") + "{\"id\": " + json(edge.getId()) + ", \"label\": "
          + json(edge.getLabel()) + ", \"source\": " + json(edge.getSource().getId())
          + ", \"target\": " + json(edge.getTarget().getId()) + ", \"kind\": "
          + json(edge.getTypeLabel()) + ", \"weight\": " + edge.getWeight() + ", \"directed\": "
          + edge.isDirected() + attributes(edge) + "}");
      first = false;
    }
    out.print("]}\n");
    out.flush();
    draw(workspace, new File(args[1]));
    System.exit(0);  // NetBeans leaves threads behind
  }

  /// Warnings and worse; Gephi also notes the version that it reads.
  static void collect(Container container, List<String> issues) {
    container.getReport().getIssues(Integer.MAX_VALUE).forEachRemaining(issue -> {
      if (issue.getLevel() != Issue.Level.INFO) {
        issues.add(issue.getLevel() + ": " + issue.getMessage());
      }
    });
  }

  static String attributes(Element element) {
    StringBuilder text = new StringBuilder(", \"columns\": {");
    boolean first = true;
    for (Column column : element.getTable().toArray()) {
      Object value = element.getAttribute(column);
      if (column.isProperty() && !(value instanceof IntervalSet) || value == null) continue;
      if (column.getId().equals("id") || column.getId().equals("label")) continue;
      if (value instanceof IntervalSet) {
        // As Gephi writes dates itself.
        value = ((IntervalSet) value).toString(org.gephi.graph.api.TimeFormat.DATE);
      }
      text.append(first ? "" : ", ").append(json(column.getId())).append(": ").append(json(value));
      first = false;
    }
    return text.append("}").toString();
  }

  static String json(Object value) {
    if (value == null) return "null";
    if (value instanceof Number || value instanceof Boolean) return value.toString();
    if (value.getClass().isArray()) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < java.lang.reflect.Array.getLength(value); ++i) {
        items.add(json(java.lang.reflect.Array.get(value, i)));
      }
      return "[" + String.join(", ", items) + "]";
    }
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toString().toCharArray()) {
      if (c == '"' || c == '\\') text.append('\\').append(c);
      else if (c < 0x20 || c > 0x7e) text.append(String.format("\\u%04x", (int) c));
      else text.append(c);
    }
    return text.append('"').toString();
  }

  static void draw(Workspace workspace, File file) throws Exception {
    PreviewModel preview =
        Lookup.getDefault().lookup(PreviewController.class).getModel(workspace);
    PreviewProperties properties = preview.getProperties();
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, true);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("SansSerif", Font.PLAIN, 2));
    properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
    properties.putValue(PreviewProperty.EDGE_CURVED, false);
    properties.putValue(PreviewProperty.EDGE_OPACITY, 40f);
    ExportController export = Lookup.getDefault().lookup(ExportController.class);
    PDFExporter pdf = (PDFExporter) export.getExporter("pdf");  // PNG needs a screen
    pdf.setWorkspace(workspace);
    export.exportFile(file, pdf);
  }
}
