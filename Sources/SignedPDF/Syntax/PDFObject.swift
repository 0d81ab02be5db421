/// A value of PDF (ISO 32000-2, 7.3). A stream is its dictionary; its bytes are asked for apart.
///
/// Names are kept without their slash, in the one spelling of `PDFName`. Reals keep the text they were written in.
indirect enum PDFObject: Hashable, Sendable {
    typealias Dictionary = [String: PDFObject]

    case null
    case boolean(Bool)
    case integer(Int)
    case real(String)
    case string([UInt8])
    case name(String)
    case array([PDFObject])
    case dictionary(Dictionary)
    case stream(Dictionary)
    case reference(PDFReference)
}

extension PDFObject {
    /// The entries of a dictionary; a stream is none.
    var dictionary: Dictionary? { if case .dictionary(let entries) = self { entries } else { nil } }
    var array: [PDFObject]? { if case .array(let items) = self { items } else { nil } }
    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var name: String? { if case .name(let name) = self { name } else { nil } }
    var string: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }
    var reference: PDFReference? { if case .reference(let reference) = self { reference } else { nil } }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let text): Double(text)
        default: nil
        }
    }

    /// The entries of a dictionary or of a stream's.
    var entries: Dictionary? {
        switch self {
        case .dictionary(let entries), .stream(let entries): entries
        default: nil
        }
    }

    /// Calls `visit` for every reference within, in the order of the text where there is one.
    func forEachReference(_ visit: (PDFReference) -> Void) {
        switch self {
        case .reference(let reference): visit(reference)
        case .array(let items): for item in items { item.forEachReference(visit) }
        case .dictionary(let entries), .stream(let entries):
            for entry in entries.values { entry.forEachReference(visit) }
        default: break
        }
    }
}

/// The name of an indirect object (ISO 32000-2, 7.3.10).
struct PDFReference: Hashable, Sendable {
    let number: Int
    let generation: Int

    init(_ number: Int, _ generation: Int = 0) { (self.number, self.generation) = (number, generation) }
}
