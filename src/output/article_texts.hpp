#pragma once

#include "fabula/graph/article_texts.hpp"

namespace fabula::output {

using graph::ArticleTexts;

}  // namespace fabula::output
