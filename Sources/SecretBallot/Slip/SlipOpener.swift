import Crypto
import Foundation

/// Opens sealed slips with the board's private key.
public struct SlipOpener: Sendable {
    private let key: P256.KeyAgreement.PrivateKey
    private let infos: [Data]

    /// - Throws: `OpeningFault.notTheBoardsKey` unless the key is the one that the manifest's board key names.
    public init(_ boardPrivateKey: [UInt8], of manifest: Manifest) throws(OpeningFault) {
        guard let key = try? P256.KeyAgreement.PrivateKey(rawRepresentation: boardPrivateKey),
            Array(key.publicKey.x963Representation) == manifest.board.publicKey.bytes
        else { throw .notTheBoardsKey }
        self.key = key
        infos = manifest.contests.map { Data($0.sealingInfo) }
    }

    /// What a checked slip says; nil, an invalid slip, if it does not open or opens to anything but one known byte.
    public func choice(of slip: Slip) -> Choice? {
        guard
            var recipient = try? HPKE.Recipient(
                privateKey: key, ciphersuite: SlipMaker.suite, info: infos[slip.contest],
                encapsulatedKey: Data(slip.encapsulatedKey)),
            let plain = try? recipient.open(slip.ciphertext, authenticating: slip.oneTimeKey), plain.count == 1
        else { return nil }
        return plain.first.flatMap(Choice.init(rawValue:))
    }
}
