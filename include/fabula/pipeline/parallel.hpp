#pragma once

#include <cstddef>
#include <functional>

namespace fabula::pipeline {

/// Calls `work` for 0 … count-1, each once, on up to `jobs` threads (the calling one where it is 1). Returns when all are
/// done; the exception of the smallest index that threw is thrown again.
void for_each_index(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace fabula::pipeline
