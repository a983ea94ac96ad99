#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace newsgraph {

/// Room for numbers that is used again and again; from a multiple of 64 bytes, a cache line and the
/// widest vector.
template <typename T>
class Buffer {
 public:
  /// Room for at least `size` numbers. What they are is unspecified, but all are initialised.
  T* room_for(std::size_t size) {
    if (size > size_) {
      const std::size_t bytes = (size * sizeof(T) + 63) / 64 * 64;
      data_.reset();
      data_.reset(static_cast<T*>(std::aligned_alloc(64, bytes)));
      if (!data_) {
        size_ = 0;
        throw std::bad_alloc();
      }
      std::fill_n(reinterpret_cast<char*>(data_.get()), bytes, '\0');
      size_ = size;
    }
    return data_.get();
  }

  T* data() { return data_.get(); }
  const T* data() const { return data_.get(); }

 private:
  struct Free {
    void operator()(T* data) const { std::free(data); }
  };
  std::unique_ptr<T, Free> data_;
  std::size_t size_ = 0;
};

}  // namespace newsgraph
