import OpenSSLKit
import Recognition
import SignedPDF

/// Intact: are all signatures over exactly this file, bound to their certificates, with nothing else done to it?
extension VerdictAnswer {
    static let intactFile = VerdictAnswer(
        .yes, "intact", "Mọi điều đã ký còn nguyên từng byte; ngoài ra tệp chỉ có các chữ ký.",
        "All that was signed is there, byte for byte, and nothing besides but the signatures.")

    /// The last signature does not cover what came after it.
    static let intactWithMore = VerdictAnswer(
        .yes, "intact",
        "Mọi điều đã ký còn nguyên từng byte; sau chữ ký sau cùng chỉ có thêm dữ liệu để kiểm tra các chữ ký, hoặc ô "
            + "trống để ký tiếp.",
        "All that was signed is there, byte for byte; after the last signature came only what signatures are verified "
            + "by, or room for another.")

    static let notSigned = VerdictAnswer(
        .no, "not-signed", "Tệp không có chữ ký số.", "The file has no digital signature.")

    static let prepared = VerdictAnswer(
        .no, "signature-missing", "Tệp còn chờ ký.", "The file still waits for a signature.")

    static func faulty(_ fault: DocumentFault) -> VerdictAnswer {
        VerdictAnswer(.no, fault.code, fault.text.vietnamese, fault.text.english)
    }

    /// What is wrong with a signature, or what came after it; nil if nothing is.
    static func flaw(of signature: PDFSignature) -> VerdictAnswer? {
        if signature.isIntact { return nil }
        return coverageFlaw(signature.coverage) ?? gap(signature.contents) ?? cmsFlaw(signature.cms)
            ?? timestampFlaw(signature.documentTimestamp) ?? change(signature.changes) ?? otherFlaw(signature.flaws)
    }

    private static func timestampFlaw(_ timestamp: Result<TimestampToken, TimestampFlaw>?) -> VerdictAnswer? {
        guard case .failure(let flaw)? = timestamp else { return nil }
        return VerdictAnswer(
            .no, "archive-timestamp-damaged",
            "Dấu thời gian lưu trữ của tệp bị hỏng (chi tiết kỹ thuật: \(flaw)).",
            "The file’s archive time stamp is damaged (\(flaw)).")
    }

    /// What was added is seen where nothing may be.
    static func seen(_ change: ForbiddenChange) -> VerdictAnswer? { self.change(.forbidden([change])) }

    static func notDrawn(_ error: PDFError) -> VerdictAnswer {
        VerdictAnswer(
            .unknown, "not-drawn", "Chưa đối chiếu được hình ảnh các trang với bản đã ký: \(error.text.vietnamese)",
            "The pages could not be held against what was signed: \(error.text.english)")
    }

    private static func coverageFlaw(_ coverage: Coverage) -> VerdictAnswer? {
        guard case .broken(let flaw) = coverage else { return nil }
        let sentence = BilingualText("Chữ ký không bao trùm toàn bộ tệp", "The signature does not cover the whole file")
        return no("coverage-\(flaw.rawValue)", sentence, because: flaw.text)
    }

    /// A file as it was handed out to be signed: all of a signature but its bytes.
    private static func gap(_ contents: [UInt8]) -> VerdictAnswer? { contents.allSatisfy { $0 == 0 } ? prepared : nil }

    private static func cmsFlaw(_ inspection: SignatureInspection?) -> VerdictAnswer? {
        switch inspection {
        case nil: nil
        case .refused(.notInspected):
            VerdictAnswer(
                .unknown, "signature-not-inspected", "Chưa kiểm tra được chữ ký do lỗi máy tính; hãy thử lại.",
                "The signature could not be looked at for reasons of the computer's; try again.")
        case .refused(let flaw): no("signature-refused", notAccepted, because: flaw.text)
        case .inspected(let signature): self.flaw(of: signature)
        }
    }

    private static func flaw(of signature: InspectedSignature) -> VerdictAnswer? {
        switch (signature.integrity, signature.binding) {
        case (.contentDiffers, _):
            VerdictAnswer(
                .no, "content-changed", "Nội dung không phải là nội dung đã ký.",
                "The content is not what was signed.")
        case (.signatureInvalid, _):
            VerdictAnswer(
                .no, "signature-invalid", "Chữ ký không khớp với chứng thư số kèm theo.",
                "The signature is not by the certificate beside it.")
        case (.intact, .missing), (.intact, .mismatched):
            VerdictAnswer(
                .no, "certificate-not-bound", "Chữ ký không gắn với chứng thư số của người ký.",
                "The signature is not bound to the signer's certificate.")
        case (.intact, .bound): nil
        }
    }

    private static func change(_ changes: Changes) -> VerdictAnswer? {
        guard case .forbidden(let list) = changes, let first = list.first else { return nil }
        let sentence = BilingualText("Tệp bị thay đổi sau khi ký", "The file was changed after it was signed")
        return no("changed-\(first.code)", sentence, because: first.text)
    }

    private static func otherFlaw(_ flaws: [PDFSignatureFlaw]) -> VerdictAnswer? {
        flaws.first.map { no("signature-\($0.code)", notAccepted, because: $0.text) }
    }

    private static let notAccepted = BilingualText("Chữ ký không hợp lệ", "The signature is not one that is accepted")

    private static func no(_ code: String, _ sentence: BilingualText, because why: BilingualText) -> VerdictAnswer {
        VerdictAnswer(
            .no, code, "\(sentence.vietnamese): \(why.vietnamese).", "\(sentence.english): \(why.english).")
    }
}
