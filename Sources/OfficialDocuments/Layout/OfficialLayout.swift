/// The measures of Party documents: 36-HD/VPTW of 3 April 2018, on regulation 66-QĐ/TW.
///
/// Lengths are in millimetres, sizes of letters in points. The page's margins are `Margins.official`.
enum OfficialLayout {
    static let language = "vi-VN"

    /// From the second page on.
    static let pageNumberSize = 14.0

    /// The superior body and the issuing body.
    static let bodyNameSize = 14.0
    static let partySize = 15.0
    static let numberSize = 14.0
    static let dateSize = 14.0
    static let kindSize = 16.0
    static let subjectSize = 14.0
    static let bodySize = 14.0
    static let signatureSize = 14.0
    static let recipientsHeadSize = 14.0
    static let recipientSize = 12.0

    /// The regulation leaves notes and tables free; long lists of figures would not fit at the size of the body.
    static let noteSize = 12.0
    static let tableSize = 12.0

    static let firstLineIndent = 10.0

    /// Between paragraphs, in points, and from line to line.
    static let paragraphSpace = 6.0
    static let lineSpacing = 1.1

    /// What stands below a document's subject.
    static let subjectRule = "-----"

    /// The left and the right half of the head. The Party's name in bold 15 is about 80 mm long.
    static let letterheadWidths = (issuer: 77.0, party: 88.0)

    /// Below the text: whom it is for, the body's mark, the signature.
    static let closingWidths = (recipients: 68.0, seal: MarkPlace.seal.width, signature: MarkPlace.signature.width)

    static let qrSide = 26.0
    static let qrGap = 4.0
}
