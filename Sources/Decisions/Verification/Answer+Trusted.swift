import OpenSSLKit
import Recognition

/// Trusted: did the signer's certificate lead to an anchor, and was it fit for signing, when it was signed?
extension Answer {
    static let noSigner = Answer(
        .unknown, "no-signer", "Không xác định được người ký vì chữ ký không xác thực được.",
        "Who signed cannot be told, since the signature does not hold.")

    static let noAnchors = Answer(
        .unknown, "no-anchors", "Chưa cài đặt chứng thư số gốc tin cậy để đối chiếu.",
        "No certificates to start trust from are configured.")

    static let noSigningTime = Answer(
        .unknown, "no-signing-time", "Không rõ thời điểm ký: chữ ký không ghi và chưa tra được ở sổ đăng ký.",
        "The time of signing is not known: the signature does not say, nor does a register.")

    static func signedInFuture(_ moment: SigningMoment) -> Answer {
        let time = moment.text
        return Answer(
            .no, "signed-in-future", "Thời điểm ký chưa đến: \(time.vietnamese).",
            "The time of signing has not come yet: \(time.english).")
    }

    static func trusted(_ signer: Certificate, at moment: SigningMoment) -> Answer {
        let time = moment.text
        return Answer(
            .yes, "trusted",
            "Chứng thư số của \(signer.subject.readable) đáng tin cậy tại thời điểm ký: \(time.vietnamese).",
            "The certificate of \(signer.subject.readable) was to be trusted when it signed: \(time.english).")
    }

    static func untrusted(_ signer: Certificate, _ why: UntrustedReason, at moment: SigningMoment) -> Answer {
        let (reason, time) = (why.text, moment.text)
        return Answer(
            .no, "certificate-\(why.code)",
            "Chứng thư số của \(signer.subject.readable) không đáng tin cậy: \(reason.vietnamese) "
                + "Thời điểm xét: \(time.vietnamese).",
            "The certificate of \(signer.subject.readable) is not to be trusted: \(reason.english) "
                + "Time considered: \(time.english).")
    }
}
