public import HTTPTypes

/// The stable codes of everything that the service refuses, each with its status.
public enum ProblemCode: String, Sendable, CaseIterable {
    // Requests
    case malformedJSON = "malformed-json"
    case malformedRequest = "malformed-request"
    case tooLarge = "too-large"
    case notFound = "not-found"
    case crossSite = "cross-site"
    case staleForm = "stale-form"
    case notConfirmed = "not-confirmed"

    // Staff
    case unauthenticated
    case forbidden
    case throttled
    case wrongCredentials = "wrong-credentials"
    case nameTaken = "name-taken"
    case weakPassword = "weak-password"
    case lastAdmin = "last-admin"
    case passwordsDiffer = "passwords-differ"

    // Rounds
    case unknownRound = "unknown-round"
    case wrongState = "wrong-state"
    case csv
    case draftIncomplete = "draft-incomplete"
    case alreadyFreezing = "already-freezing"
    case freezeSignature = "freeze-signature"
    case minutesSignature = "minutes-signature"
    case freezeSignaturesMissing = "freeze-signatures-missing"
    case presenceFixed = "presence-fixed"
    case unacknowledgedWarnings = "unacknowledged-warnings"
    case opening
    case auditFailed = "audit-failed"

    // Voters
    case voterUnknown = "voter-unknown"
    case voterAbsent = "voter-absent"
    case voterExcused = "voter-excused"
    case alreadyIssued = "already-issued"
    case batchLength = "batch-length"
    case tokenRequest = "token-request"
    case blindedMessage = "blinded-message"
    case batchSignature = "batch-signature"
    case slipLength = "slip-length"
    case slipVersion = "slip-version"
    case slipContest = "slip-contest"
    case slipPoint = "slip-point"
    case slipToken = "slip-token"
    case slipSignature = "slip-signature"
    case slipDiffers = "slip-differs"
    case foundSignature = "found-signature"

    // Decisions
    case notRecognised = "not-recognised"
    case alreadyDecided = "already-decided"
    case alreadyAnnulled = "already-annulled"
    case noIdentity = "no-identity"
    case wrongKeyPassword = "wrong-key-password"
    case untrustedIdentity = "untrusted-identity"
    case alreadySealed = "already-sealed"
    case signature
    case timestamp
    case document

    // The service itself
    case storageFull = "storage-full"
    case unavailable
    case `internal`

    public var status: HTTPResponse.Status {
        switch self {
        case .malformedJSON, .malformedRequest: .badRequest
        case .tooLarge: .contentTooLarge
        case .notFound, .unknownRound, .voterUnknown: .notFound
        case .unauthenticated, .wrongCredentials: .unauthorized
        case .forbidden, .crossSite, .staleForm, .voterAbsent, .voterExcused, .batchSignature, .freezeSignature,
            .minutesSignature, .foundSignature, .wrongKeyPassword:
            .forbidden
        case .throttled: .tooManyRequests
        case .nameTaken, .lastAdmin, .wrongState, .alreadyFreezing, .freezeSignaturesMissing, .presenceFixed,
            .unacknowledgedWarnings, .alreadyIssued, .slipDiffers, .notRecognised, .alreadyDecided, .alreadyAnnulled,
            .noIdentity, .alreadySealed:
            .conflict
        case .notConfirmed, .weakPassword, .passwordsDiffer, .csv, .draftIncomplete, .opening, .batchLength,
            .tokenRequest, .blindedMessage, .slipLength, .slipVersion, .slipContest, .slipPoint, .slipToken,
            .slipSignature, .untrustedIdentity, .signature, .document:
            .unprocessableContent
        case .storageFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .timestamp: .badGateway
        case .unavailable: .serviceUnavailable
        case .auditFailed, .internal: .internalServerError
        }
    }
}
