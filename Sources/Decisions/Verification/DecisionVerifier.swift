public import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

/// Verifies decisions of recognition, given what is known beside the two files. It asks no network and no clock.
public struct DecisionVerifier: Sendable {
    /// How far clocks may stand apart, in seconds.
    static let tolerance: Int64 = 300

    /// Empty where none are configured: then no signer is trusted, nor distrusted.
    public let anchors: TrustAnchors

    public init(anchors: TrustAnchors) { self.anchors = anchors }

    /// - Parameters:
    ///   - bytes: the statement's; any bytes are safe to give.
    ///   - signature: detached CMS in DER; any bytes are safe to give.
    ///   - now: seconds since 1970 (UTC).
    public func verify(
        _ bytes: [UInt8], signature der: [UInt8], register: RegisterKnowledge = .notConsulted,
        list: ListKnowledge = .notGiven, now: Int64
    ) -> DecisionVerdict {
        let digest = Hash.digest(bytes)
        let statement = Result { () throws(MalformedInput) in try DecisionStatement(exactly: bytes) }
        let inspection = DetachedSignature.inspect(der, content: bytes)
        let intact = Answer.intact(inspection, statement)
        let signature = inspection.attributable
        let recorded = register.decision(of: digest)
        let moment = SigningMoment(recorded, signature)
        let trusted = trust(signature, at: moment, now: now)
        let annulment = recorded?.annulment ?? list.annulment(of: digest)
        let force = ForceQuestion(intact: intact, trusted: trusted, recorded: recorded, moment: moment, now: now)
        return DecisionVerdict(
            intact: intact,
            trusted: trusted,
            recorded: .recorded(register, digest: digest),
            inForce: annulment.map(Answer.annulled) ?? force.answer(from: register, list),
            digest: digest,
            statement: intact.isYes ? try? statement.get() : nil,
            signer: signature?.signer,
            moment: moment,
            annulment: annulment)
    }

    private func trust(_ signature: InspectedSignature?, at moment: SigningMoment?, now: Int64) -> Answer {
        guard let signature else { return .noSigner }
        guard !anchors.certificates.isEmpty else { return .noAnchors }
        guard let moment else { return .noSigningTime }
        if case .claimed(let time) = moment, time - Self.tolerance > now { return .signedInFuture(moment) }
        let chain = signature.otherCertificates
        return switch anchors.verdict(on: signature.signer, chain: chain, at: moment.seconds) {
        case .trusted: .trusted(signature.signer, at: moment)
        case .untrusted(let reason): .untrusted(signature.signer, reason, at: moment)
        }
    }
}

extension SignatureInspection {
    /// The signature, if the certificate inside it did sign, be it another content.
    fileprivate var attributable: InspectedSignature? {
        guard case .inspected(let signature) = self, signature.integrity != .signatureInvalid,
            signature.binding == .bound
        else { return nil }
        return signature
    }
}

extension SigningMoment {
    fileprivate init?(_ recorded: RegisteredDecision?, _ signature: InspectedSignature?) {
        if let recorded {
            self = .recorded(recorded.issuedAt)
        } else if let claimed = signature?.signingTime {
            self = .claimed(claimed)
        } else {
            return nil
        }
    }
}
