import OpenSSLKit
import Recognition

/// Trusted: did the signer's certificate lead to an anchor, and was it fit for signing, when it was signed?
extension VerdictAnswer {
    static let noSigner = VerdictAnswer(
        .unknown, "no-signer", "Không xác định được người ký vì chữ ký không xác thực được.",
        "Who signed cannot be told, since the signature does not hold.")

    static let noAnchors = VerdictAnswer(
        .unknown, "no-anchors", "Chưa cài đặt chứng thư số gốc tin cậy để đối chiếu.",
        "No certificates to start trust from are configured.")

    static let notBySigner = VerdictAnswer(
        .no, "not-signed-by-signer",
        "Tệp không có chữ ký của người ký thuộc cơ quan ban hành; chữ ký của nơi khác không thay được.",
        "There is no signature by a person of the body that decided, and others’ signatures do not stand in for it.")

    /// Somebody else's signature where the signer's or the seal's is to be seen.
    static func placeTaken(by other: SignerCertificate) -> VerdictAnswer {
        VerdictAnswer(
            .no, "place-taken",
            "Ô dành cho người ký hoặc con dấu của cơ quan ban hành lại mang chữ ký không phải của họ, mà của "
                + "\(other.subject).",
            "The place kept for the signer or the issuing body’s seal bears somebody else’s signature: that of "
                + "\(other.subject).")
    }

    static let noTimestampAnchors = VerdictAnswer(
        .unknown, "no-timestamp-anchors", "Chưa cài đặt nơi cấp dấu thời gian tin cậy để đối chiếu.",
        "No certificates to start trust in time stamps from are configured.")

    static func timestampTrusted(_ token: TimestampToken) -> VerdictAnswer {
        let time = LocalTime.text(token.time)
        return VerdictAnswer(
            .yes, "timestamp-trusted",
            "Dấu thời gian lưu trữ của \(token.authority.subject.readable): \(time.vietnamese).",
            "Archive time stamp of \(token.authority.subject.readable): \(time.english).")
    }

    static func timestampUntrusted(_ token: TimestampToken, _ why: UntrustedReason) -> VerdictAnswer {
        VerdictAnswer(
            .no, "timestamp-\(why.code)",
            "Dấu thời gian của \(token.authority.subject.readable) không được tính: \(why.text.vietnamese)",
            "The time stamp of \(token.authority.subject.readable) does not count: \(why.text.english)")
    }

    static let noSigningTime = VerdictAnswer(
        .unknown, "no-signing-time", "Không rõ thời điểm ký: chữ ký không ghi và chưa tra được ở sổ đăng ký.",
        "The time of signing is not known: the signature does not say, nor does a register.")

    static func signedInFuture(_ moment: SigningMoment) -> VerdictAnswer {
        let time = moment.text
        return VerdictAnswer(
            .no, "signed-in-future", "Thời điểm ký chưa đến: \(time.vietnamese).",
            "The time of signing has not come yet: \(time.english).")
    }

    static func trusted(_ signer: Certificate, at moment: SigningMoment) -> VerdictAnswer {
        let time = moment.text
        return VerdictAnswer(
            .yes, "trusted",
            "Chứng thư số của \(signer.subject.readable) đáng tin cậy tại thời điểm ký: \(time.vietnamese).",
            "The certificate of \(signer.subject.readable) was to be trusted when it signed: \(time.english).")
    }

    static func untrusted(_ signer: Certificate, _ why: UntrustedReason, at moment: SigningMoment) -> VerdictAnswer {
        let (reason, time) = (why.text, moment.text)
        return VerdictAnswer(
            .no, "certificate-\(why.code)",
            "Chứng thư số của \(signer.subject.readable) không đáng tin cậy: \(reason.vietnamese) "
                + "Thời điểm xét: \(time.vietnamese).",
            "The certificate of \(signer.subject.readable) is not to be trusted: \(reason.english) "
                + "Time considered: \(time.english).")
    }
}
