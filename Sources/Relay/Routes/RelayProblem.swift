import Client
import Connections
import HTTPTypes
import Hummingbird
import NIOCore
import StrictEncoding

/// A refusal as a device reads it: problem details (RFC 9457) with a stable code and words in two languages.
struct RelayProblem: HTTPResponseError {
    let code: String
    let status: HTTPResponse.Status
    let text: (vietnamese: String, english: String)
    var retryAfter: Int?

    /// Any error as what a stranger may know of it.
    init(translating error: any Error) {
        switch error {
        case let problem as RelayProblem: self = problem
        case let refusal as RelayRefusal: self.init(refusal)
        case let fault as MalformedInput:
            self.init(
                "malformed-request", .badRequest,
                ("Yêu cầu không đúng định dạng.", "The request is malformed: \(fault)"))
        case is ServerProblem, is ConnectionFault, is AnswerFault:
            self.init(
                "no-service", .badGateway,
                ("Chưa hỏi được máy chủ bỏ phiếu; hãy thử lại.", "The service could not be asked: try again."), 5)
        case is RequestTooSlow: self.init(ConnectionRefusal.tooSlow)
        case is NIOTooManyBytesError:
            self.init("too-large", .contentTooLarge, ("Yêu cầu quá dài.", "The request is too long."))
        case let error as any HTTPResponseError:
            self.init("refused", error.status, ("Không có ở đây.", "There is no such thing here."))
        default:
            self.init("internal", .internalServerError, ("Trạm chuyển phiếu gặp lỗi.", "The relay failed."), 5)
        }
    }

    private init(
        _ code: String, _ status: HTTPResponse.Status, _ text: (String, String), _ retryAfter: Int? = nil
    ) {
        (self.code, self.status, self.text, self.retryAfter) = (code, status, text, retryAfter)
    }

    private init(_ refusal: RelayRefusal) {
        let (status, vietnamese, english): (HTTPResponse.Status, String, String) =
            switch refusal {
            case .unknownRound:
                (.notFound, "Cuộc bỏ phiếu này không đi qua đây.", "This round does not go through here.")
            case .unknownBundle:
                (
                    .notFound, "Chưa có gì của gói này được gửi đi: hãy giao lại tại đây.",
                    "Nothing of this bundle was ever sent: hand it over again, here."
                )
            case .voter: (.forbidden, "Không có người này trong danh sách.", "The round has no such voter.")
            case .issued:
                (.forbidden, "Máy chủ chưa cấp phiếu cho thiết bị này.", "No tokens were issued to this device.")
            case .signature: (.forbidden, "Chữ ký của thiết bị không đúng.", "The device's signature does not hold.")
            case .differs: (.conflict, "Người này đã giao một gói khác.", "Another bundle was handed over already.")
            case .contested:
                (
                    .forbidden, "Máy chủ đã cấp phiếu của người này cho nhiều thiết bị: hãy báo ban kiểm phiếu.",
                    "The service issued this voter's tokens to several devices: tell the board."
                )
            case .released:
                (.conflict, "Gói này đã được trả lại, không gửi từ đây nữa.", "This bundle was released.")
            case .sent: (.conflict, "Phiếu này đã được trộn để gửi vào hòm.", "This bundle is in the mix that is sent.")
            case .mixed:
                (
                    .conflict, "Trạm không nhận thêm phiếu của đợt này: phiếu đã trộn, hoặc đợt bỏ phiếu đã xong.",
                    "Nothing more of this round is taken: it was mixed here, or it is over."
                )
            case .full: (.serviceUnavailable, "Trạm chuyển phiếu đã đầy.", "The relay is full.")
            case .busy: (.serviceUnavailable, "Trạm đang bận; hãy thử lại.", "The relay is busy: try again.")
            }
        self.init(refusal.rawValue, status, (vietnamese, english), status == .serviceUnavailable ? 2 : nil)
    }

    /// What the connection itself refuses.
    init(_ refusal: ConnectionRefusal) {
        switch refusal {
        case .tooManyConnections, .displaced:
            self.init(RelayRefusal.busy)
            retryAfter = 10
        case .host, .notHTTP:
            self.init(
                "malformed-request", .badRequest,
                ("Yêu cầu không đúng định dạng HTTP.", "The request is not well-formed HTTP."))
        case .tooSlow:
            self.init(
                "request-timeout", .requestTimeout,
                ("Yêu cầu đến quá chậm; hãy thử lại.", "The request came too slowly: try again."))
        }
    }

    var json: JSONValue {
        [
            "type": .string("urn:phieukin:problem:\(code)"), "title": .string(text.english),
            "status": .integer(status.code), "code": .string(code),
            "messages": ["vi": .string(text.vietnamese), "en": .string(text.english)],
        ]
    }

    func response(from request: Request, context: some RequestContext) -> Response {
        var response = Response(status: status, body: .init(byteBuffer: .init(bytes: json.encoded())))
        response.headers[.contentType] = "application/problem+json"
        if let retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        return response
    }
}
