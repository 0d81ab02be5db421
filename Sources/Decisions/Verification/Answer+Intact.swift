import OpenSSLKit
import StrictEncoding

/// Intact: is the signature over exactly these bytes, bound to its certificate, and are they a decision?
extension Answer {
    static func intact(_ inspection: SignatureInspection, _ statement: Result<some Any, MalformedInput>) -> Answer {
        switch (inspection, statement) {
        case (.refused(.notInspected), _):
            Answer(
                .unknown, "signature-not-inspected", "Chưa kiểm tra được chữ ký do lỗi máy tính; hãy thử lại.",
                "The signature could not be looked at for reasons of the computer's; try again.")
        case (.refused(let flaw), _):
            Answer(
                .no, "signature-refused", "Tệp chữ ký không hợp lệ (\(flaw)).",
                "The signature file is not one that is accepted (\(flaw)).")
        case (.inspected(let signature), let statement):
            flaw(of: signature) ?? Self.intact(statement)
        }
    }

    private static func flaw(of signature: InspectedSignature) -> Answer? {
        switch (signature.integrity, signature.binding) {
        case (.contentDiffers, _):
            Answer(
                .no, "content-changed", "Nội dung không phải là nội dung đã ký.",
                "The content is not what was signed.")
        case (.signatureInvalid, _):
            Answer(
                .no, "signature-invalid", "Chữ ký không khớp với chứng thư số kèm theo.",
                "The signature is not by the certificate beside it.")
        case (.intact, .missing), (.intact, .mismatched):
            Answer(
                .no, "certificate-not-bound", "Chữ ký không gắn với chứng thư số của người ký.",
                "The signature is not bound to the signer's certificate.")
        case (.intact, .bound): nil
        }
    }

    private static func intact(_ statement: Result<some Any, MalformedInput>) -> Answer {
        switch statement {
        case .success:
            Answer(
                .yes, "intact", "Nội dung đúng nguyên văn như khi ký.", "The content is byte for byte what was signed.")
        case .failure(let fault):
            Answer(
                .no, "statement-malformed", "Nội dung đã ký không phải là một quyết định đúng định dạng (\(fault)).",
                "What was signed is not a well-formed decision (\(fault)).")
        }
    }
}
