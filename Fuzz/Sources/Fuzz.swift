import FuzzTargets
import Glibc

/// What is fuzzed by this process, named in its environment: libFuzzer has the command line to itself.
private let target = {
    guard let name = unsafe getenv("PHIEUKIN_FUZZ_TARGET"),
        let target = FuzzTarget(rawValue: unsafe String(cString: name))
    else { fatalError("PHIEUKIN_FUZZ_TARGET: one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))") }
    return target
}()

/// libFuzzer's own main calls it, again and again.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target.take(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
