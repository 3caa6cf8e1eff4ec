const read = 1; // stands in for the compiled engine
