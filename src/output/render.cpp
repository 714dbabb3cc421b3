#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <memory>
#include <mutex>

#include "fabula/base/error.hpp"
#include "fabula/output/diagram.hpp"
#include "graphviz_engine.hpp"

namespace fabula::output {
namespace {

/// What Graphviz has to say while one diagram is drawn; it offers no other way than a global function.
std::string* g_messages = nullptr;

int collect(char* message) {
  if (g_messages) *g_messages += message;
  return 0;
}

class MessageCollector {
 public:
  explicit MessageCollector(std::string& into) : previous_(agseterrf(collect)) { g_messages = &into; }
  ~MessageCollector() {
    g_messages = nullptr;
    agseterrf(previous_);
  }
  MessageCollector(const MessageCollector&) = delete;
  MessageCollector& operator=(const MessageCollector&) = delete;

 private:
  agusererrf previous_;
};

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// The first line of Graphviz's messages, for an error message of ours.
std::string because(const std::string& messages) {
  return messages.empty() ? std::string() : ": " + messages.substr(0, messages.find('\n'));
}

std::string layout_and_draw(GVC_t* context, Agraph_t* graph, const std::string& format, const std::string& messages) {
  char* engine = agget(graph, const_cast<char*>("layout"));
  if (gvLayout(context, graph, engine && *engine ? engine : "dot") != 0)
    throw OutputError("FAB-OUT-011", "Graphviz could not lay out the diagram" + because(messages));
  char* data = nullptr;
  unsigned size = 0;
  const int result = gvRenderData(context, graph, format.c_str(), &data, &size);
  std::string picture = data ? std::string(data, size) : std::string();
  gvFreeRenderData(data);
  gvFreeLayout(context, graph);
  if (result != 0 || picture.empty())
    throw OutputError("FAB-OUT-011", "Graphviz could not draw the diagram as " + format + because(messages));
  return picture;
}

}  // namespace

std::string run_graphviz(std::string_view dot, std::string_view format) {
  static std::mutex graphviz;
  const std::lock_guard lock(graphviz);
  std::string messages;
  const MessageCollector collector(messages);
  // One for the life of the process: Graphviz 2.42's text plugin keeps a font name of the last context and reads it again
  // with the next one.
  static GVC_t* const context = gvContext();
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(std::string(dot).c_str()));
  if (!graph) throw OutputError("FAB-OUT-010", "this is not DOT" + because(messages));
  return layout_and_draw(context, graph.get(), std::string(format), messages);
}

std::string render(std::string_view dot, std::string_view format) {
  if (format != "svg" && format != "png" && format != "pdf")
    throw OutputError("FAB-OUT-011", "diagrams are drawn as svg, png or pdf, not \"" + std::string(format) + "\"");
  return run_graphviz(dot, format);
}

}  // namespace fabula::output
