#pragma once

#include <string>

namespace fabula::events {

/// The stem of a verb before an ending that is not heard: the vowel before its last letter changed as `open` of
/// verb_endings says ("e=è|é=è": "martel" → "martèl"); unchanged where nothing fits.
std::string open_stem(const std::string& stem, const std::string& changes);

}  // namespace fabula::events
