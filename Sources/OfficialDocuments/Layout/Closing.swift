import Typesetting

/// What stands below the text: whom it is for at the left, the signature at the right, between them room for the
/// body's own mark, which thus covers neither.
struct Closing: Sendable {
    let recipientsHead: FilledText
    let recipients: [FilledTemplate.Paragraph]

    /// "T/M ĐẢNG ỦY"
    let signFor: FilledText

    /// "BÍ THƯ"; empty where it is written by hand.
    let position: FilledText

    /// nil where the name is written by hand.
    let signer: String?

    /// Whether room is kept for the marks of digital signatures.
    let isSignedDigitally: Bool

    var block: Block {
        let widths = OfficialLayout.closingWidths
        return .columns([
            Column(width: .mm(widths.recipients), left), Column(width: .mm(widths.seal), middle),
            Column(width: .mm(widths.signature), right),
        ])
    }

    private var left: [Block] {
        let head = recipientsHead.stretches.map {
            Run($0.text, size: OfficialLayout.recipientsHeadSize, underlined: true)
        }
        return [.paragraph(Paragraph(head))] + OfficialLayout.blocks(recipients)
    }

    private var middle: [Block] {
        guard isSignedDigitally else { return [] }
        let place = MarkPlace.seal
        return [.space(9), .place(name: place.name, width: nil, height: place.height)]
    }

    private var right: [Block] {
        let size = OfficialLayout.signatureSize
        let place = MarkPlace.signature
        let room: Block =
            isSignedDigitally ? .place(name: place.name, width: nil, height: place.height) : .space(place.height)
        return [
            .paragraph(OfficialLayout.centred(signFor, size: size, bold: true)),
            .paragraph(OfficialLayout.centred(position, size: size)), room,
            .paragraph(OfficialLayout.centred(signer ?? "", size: size, bold: true)),
        ]
    }
}

/// Room that a form keeps for the mark of a digital signature; the typeset document tells where it is by its name.
public struct MarkPlace: Hashable, Sendable {
    public let name: String

    /// In mm, as `height`.
    public let width: Double
    public let height: Double

    /// The signer's, between position and name.
    public static let signature = MarkPlace(name: "signature", width: 65, height: 22)

    /// The body's, left of it.
    public static let seal = MarkPlace(name: "seal", width: 32, height: 30)
}
