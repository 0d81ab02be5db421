import CSandbox

/// A reader is told on its command line how to shut itself in: before anything else has been read.
extension Confinement {
    /// - Parameter word: by which the program knows that it is started as a reader.
    func arguments(_ word: String) -> [String] {
        ["phieukin", word, String(memory), String(seconds), String(withheld.rawValue)] + readable
    }

    /// - Returns: nil for anything that `arguments` would not have written.
    init?(arguments: [String]) {
        guard arguments.count >= 5, let memory = Int(arguments[2]), let seconds = Int(arguments[3]),
            let withheld = UInt32(arguments[4]), memory > 0, seconds > 0
        else { return nil }
        (self.memory, self.seconds, self.withheld) = (memory, seconds, SandboxFeatures(rawValue: withheld))
        readable = Array(arguments[5...])
    }

    /// Shuts the calling process in, for good.
    /// - Returns: what holds.
    func enter() -> SandboxFeatures {
        let (memory, seconds) = (UInt64(memory), UInt64(seconds))
        return unsafe withCStrings(readable) { paths in
            unsafe SandboxFeatures(rawValue: sandbox_confine(memory, seconds, paths, withheld.rawValue))
        }
    }
}

/// Lends texts to C, as a list that ends with nil.
func withCStrings<Value>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
) -> Value {
    var bytes: [CChar] = []
    let starts = texts.map { text in
        defer { bytes += text.utf8CString }
        return bytes.count
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
        let pointers = unsafe starts.map { start in unsafe bytes.baseAddress.map { unsafe $0 + start } } + [nil]
        return unsafe body(pointers)
    }
}
