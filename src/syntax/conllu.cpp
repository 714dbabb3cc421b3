#include "fabula/syntax/conllu.hpp"
