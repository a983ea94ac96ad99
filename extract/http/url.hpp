#pragma once

#include <optional>
#include <string>

namespace newsgraph {

/// The parts of an address.
struct Url {
  std::string scheme;  ///< in lower case
  bool has_credentials = false;
  std::string host;  ///< an IPv6 address in brackets
  std::string port;  ///< empty if not given
  std::string path;  ///< "/" at least
  std::string query;

  std::string origin() const { return scheme + "://" + host + (port.empty() ? "" : ":" + port); }
  /// Whether the host is this machine by its name or number.
  bool is_loopback() const;
};

/// @return nullopt if `text` is no address of the form scheme://host/…
std::optional<Url> parse_url(const std::string& text);

}  // namespace newsgraph
