#pragma once

namespace fabula::cli {

/// The whole program: reads the command line, runs the command, and turns every error into a message on
/// standard error and an exit status (command.hpp). Throws nothing.
int run_program(int argc, const char* const* argv);

}  // namespace fabula::cli
