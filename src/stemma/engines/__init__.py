"""Where a matching plan runs when memory is not enough; knows matches only. Below 200 reports no engine is needed."""
