// What keeps text from becoming markup or script, and scripts from running that are not the page's.
#include <gtest/gtest.h>

#include "report/html.hpp"
#include "report/inline_svg.hpp"
#include "report/policy.hpp"

namespace fabula::report {
namespace {

TEST(Escape, MarkupAndQuotesBecomeReferences) {
  EXPECT_EQ(escape("<script>alert('x')</script> & \"y\""), "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
}

TEST(Escape, OrdinaryTextStays) { EXPECT_EQ(escape("Éva dit « non »\n\tdemain"), "Éva dit « non »\n\tdemain"); }

TEST(Escape, ControlsAndWhatReordersTextIsShownAsReplaced) {
  EXPECT_EQ(escape(std::string_view("a\0b\x1b", 4)), "a\uFFFDb\uFFFD");
  EXPECT_EQ(escape("a\u202Egpj.exe\u2066"), "a\uFFFDgpj.exe\uFFFD");
  EXPECT_EQ(escape("a\u0085b"), "a\uFFFDb");
}

TEST(Escape, BytesThatAreNotUtf8AreReplaced) { EXPECT_EQ(escape("a\xC3(\xFFz").find('\xFF'), std::string::npos); }

TEST(Escape, LineEndsOfOtherSystemsBecomeSpace) { EXPECT_EQ(escape("a\r\nb"), "a \nb"); }

TEST(ScriptSafe, NothingCanEndTheElementOrBeginAComment) {
  const std::string safe = script_safe(R"({"a":"</script><!-- & ]]>"})");
  EXPECT_EQ(safe.find_first_of("<>&"), std::string::npos);
  EXPECT_EQ(safe, R"({"a":"\u003c/script\u003e\u003c!-- \u0026 ]]\u003e"})");
}

TEST(Writer, EscapesContentAndAttributes) {
  Html html;
  html.open("p", {{"title", "\"><b>"}}).text("<i>").close().element("q", {}, "'").empty("br", {});
  EXPECT_EQ(html.take(), "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;</p><q>&#39;</q><br>");
}

TEST(Policy, HashesAreThoseOfTheBytes) {
  EXPECT_EQ(hash_source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  EXPECT_EQ(hash_source("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
}

TEST(Policy, AllowsTheseScriptsAndStylesAndNothingElse) {
  EXPECT_EQ(content_security_policy({"abc"}, {}),
            "default-src 'none'; script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; style-src 'none'; img-src data:; "
            "base-uri 'none'; form-action 'none'");
}

constexpr std::string_view kPicture = R"svg(<?xml version="1.0"?>
<!-- Generated -->
<svg width="10pt" height="20pt">
<g id="graph0" class="graph" transform="scale(1 1)">
<title>relations</title>
<!-- p1 -->
<g id="node1" class="node">
<title>p1</title>
<g id="a_node1"><a xlink:title="A &lt;b&gt;">
<text>A &lt;b&gt;</text>
</a>
</g>
</g>
<g id="node2" class="node">
<title>legend1</title>
<text>kind</text>
</g>
</g>
</svg>
)svg";

constexpr std::string_view kInline = R"svg(<svg role="group" aria-label="Who &amp; &quot;whom&quot;" width="10pt" height="20pt">
<g transform="scale(1 1)">
<a tabindex="-1" href="#p1">
<g>
<title>A &lt;b&gt;</title>
<text>A &lt;b&gt;</text>
</g>
</a>
<g>
<text>kind</text>
</g>
</g>
</svg>
)svg";

TEST(InlineSvg, BoxesOfActorsAndEventsLeadToTheirPlaceOnThePage) { EXPECT_EQ(inline_svg(kPicture, "Who & \"whom\""), kInline); }

TEST(InlineSvg, WhatIsNoPictureGivesNothing) { EXPECT_EQ(inline_svg("no picture", "x"), ""); }

}  // namespace
}  // namespace fabula::report
