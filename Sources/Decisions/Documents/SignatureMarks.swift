import Synchronization
import Typesetting

/// Prints marks, and keeps the last: the papers of one order all bear the same.
final class SignatureMarks: Sendable {
    private let typesetter: Typesetter
    private let last = Mutex<(mark: SignatureMark, appearance: [UInt8])?>(nil)

    init(typesetter: Typesetter) { self.typesetter = typesetter }

    /// - Throws: `TypesettingError`.
    func appearance(of mark: SignatureMark) throws -> [UInt8] {
        if let last = last.withLock({ $0 }), last.mark == mark { return last.appearance }
        let appearance = try mark.appearance(by: typesetter)
        last.withLock { $0 = (mark, appearance) }
        return appearance
    }
}
