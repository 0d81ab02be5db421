import CocktailDKG
import OpenSSLKit
public import StrictEncoding

extension CountingBoard {
    /// The board that made its key in a ceremony, as the manifest will have it.
    /// - Parameters:
    ///   - names: the members', in order, as many as took part.
    ///   - transcript: of this ceremony.
    /// - Throws: `MalformedInput` where a key is no point.
    public init(
        of ceremony: BoardCeremony, named names: [String], transcript: BoardTranscript
    ) throws(MalformedInput) {
        self.init(
            threshold: ceremony.threshold,
            members: try zip(names, ceremony.members).map { name, member throws(MalformedInput) in
                BoardMember(name: name, key: member.key, dkgKey: try VerifyingKey(member.dkgKey.x962))
            },
            publicKey: try VerifyingKey(transcript.keys.groupKey.x962), transcript: transcript.hash)
    }
}
