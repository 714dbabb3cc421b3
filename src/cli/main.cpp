#include "cli/program.hpp"

int main(int argc, char** argv) {
  return fabula::cli::run_program(argc, argv);
}
