package spam

// CPUTime is cpuTime, for the tests beside the package.
var CPUTime = cpuTime
