#include "csv_lines.hpp"

#include "fabula/base/error.hpp"

namespace fabula::output {
namespace {

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  return first.find(';') != std::string_view::npos && first.find(',') == std::string_view::npos ? ';' : ',';
}

class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file) : text_(text), file_(file), separator_(separator_of(text)) {}

  std::vector<CsvRow> run() {
    while (at_ < text_.size()) {
      CsvRow row{{}, line_};
      do row.cells.push_back(text_.substr(at_, 1) == "\"" ? quoted_cell() : plain_cell());
      while (take(separator_));
      end_line();
      if (row.cells.size() > 1 || !row.cells.front().empty()) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void end_line() {
    take('\r');
    take('\n');
    ++line_;
  }

  std::string plain_cell() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted_cell() {
    const std::uint32_t begin = line_;
    std::string cell;
    ++at_;
    while (at_ < text_.size()) {
      if (take('"')) {
        if (!take('"')) return cell + plain_cell();
        cell += '"';
      } else {
        if (text_[at_] == '\n') ++line_;
        cell += text_[at_++];
      }
    }
    throw InputError("FAB-IN-054", "a quotation mark is not closed", file_, begin);
  }

  std::string_view text_;
  const std::string& file_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> read_csv_lines(std::string_view text, const std::string& file) { return CsvReader(text, file).run(); }

}  // namespace fabula::output
