public import SignedPDF

/// A decision's file, taken apart. What its signatures are worth is in `inspection`, and for `DecisionVerifier` to say.
public struct DecisionDocument: Hashable, Sendable {
    /// The most bytes that a decision's file may have: two thousand units, and two signatures with time stamps.
    public static let maximumSize = 16 << 20

    public let pdf: [UInt8]
    public let inspection: PDFInspection

    /// What the first signed revision says.
    public let text: DecisionText

    /// - Parameter pdf: any bytes are safe to give.
    /// - Throws: `DocumentFault`.
    public init(_ pdf: [UInt8]) throws(DocumentFault) {
        self.pdf = pdf
        do {
            inspection = try PDFInspection.inspect(pdf, sizeLimit: Self.maximumSize)
        } catch {
            throw .unreadable(error)
        }
        text = try StatementFile.read(inspection.attachments)
    }

    /// Where the first signed revision ends; nil where nothing is signed, or not properly.
    var firstRevisionEnd: Int? {
        guard let first = inspection.signatures.first else { return nil }
        switch first.coverage {
        case .wholeFile: return pdf.count
        case .revision(let end): return end
        case .broken: return nil
        }
    }
}
