public import HTTPTypes

/// The stable codes of everything that the service refuses, each with its status.
public enum ProblemCode: String, Sendable, CaseIterable {
    // Requests
    case malformedJSON = "malformed-json"
    case malformedRequest = "malformed-request"
    case tooLarge = "too-large"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case requestTimeout = "request-timeout"
    case unsupportedType = "unsupported-type"
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
    case commonPassword = "common-password"
    case samePassword = "same-password"
    case firstPasswordOver = "first-password-over"
    case passwordToChange = "password-to-change"
    case passwordNeeded = "password-needed"
    case factorNeeded = "factor-needed"
    case factorToAdd = "factor-to-add"
    case wrongCode = "wrong-code"
    case signInOver = "sign-in-over"
    case passkey
    case lastFactor = "last-factor"
    case tooManyFactors = "too-many-factors"

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
    case clockBehind = "clock-behind"
    case relayOwnHost = "relay-own-host"
    case relayStatement = "relay-statement"
    case relayDiffers = "relay-differs"
    case notARelay = "not-a-relay"
    case sameKey = "same-key"

    // A board of several
    case wrongInvitation = "wrong-invitation"
    case boardOfSeveral = "board-of-several"
    case otherAttempt = "other-attempt"
    case otherSeat = "other-seat"
    case seatTaken = "seat-taken"
    case ceremonyKey = "ceremony-key"
    case ceremonyEarly = "ceremony-early"
    case ceremonyOver = "ceremony-over"
    case ceremonySignature = "ceremony-signature"
    case copyNotProved = "copy-not-proved"

    // Voters
    case voterUnknown = "voter-unknown"
    case voterAbsent = "voter-absent"
    case voterExcused = "voter-excused"
    case alreadyIssued = "already-issued"
    case batchLength = "batch-length"
    case tokenRequest = "token-request"
    case blindedMessage = "blinded-message"
    case batchSignature = "batch-signature"
    case deviceKey = "device-key"
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
    case identityOfAnother = "identity-of-another"
    case bodySealPresent = "already-sealed"
    case noTimestampAuthority = "no-timestamp-authority"
    case paperChanged = "paper-changed"
    case signature
    case timestamp
    case document
    case unreadableFile = "unreadable-file"

    // The service itself
    case storageFull = "storage-full"
    case unavailable
    case keptBack = "kept-back"
    case overloaded
    case `internal`

    /// Whether people have to go to another page first: the one that they are on cannot help them.
    var leadsElsewhere: Bool {
        [.unauthenticated, .forbidden, .passwordToChange, .factorToAdd, .passwordNeeded].contains(self)
    }

    public var status: HTTPResponse.Status {
        switch self {
        case .malformedJSON, .malformedRequest: .badRequest
        case .methodNotAllowed: .methodNotAllowed
        case .requestTimeout: .requestTimeout
        case .unsupportedType: .unsupportedMediaType
        case .tooLarge: .contentTooLarge
        case .notFound, .unknownRound, .voterUnknown: .notFound
        case .unauthenticated, .wrongCredentials, .factorNeeded, .wrongCode, .signInOver, .wrongInvitation:
            .unauthorized
        case .forbidden, .firstPasswordOver, .passwordToChange, .passwordNeeded, .factorToAdd, .crossSite, .staleForm,
            .voterAbsent, .voterExcused, .batchSignature, .freezeSignature,
            .minutesSignature, .foundSignature, .relayStatement, .notARelay, .wrongKeyPassword, .otherSeat,
            .ceremonySignature:
            .forbidden
        case .throttled: .tooManyRequests
        case .nameTaken, .lastAdmin, .wrongState, .alreadyFreezing, .freezeSignaturesMissing, .presenceFixed,
            .unacknowledgedWarnings, .alreadyIssued, .slipDiffers, .notRecognised, .alreadyDecided, .alreadyAnnulled,
            .noIdentity, .noTimestampAuthority, .paperChanged, .bodySealPresent, .clockBehind, .lastFactor,
            .tooManyFactors, .relayDiffers, .boardOfSeveral, .otherAttempt, .seatTaken, .ceremonyEarly, .ceremonyOver,
            .copyNotProved:
            .conflict
        case .notConfirmed, .weakPassword, .commonPassword, .samePassword, .passkey, .passwordsDiffer, .csv,
            .draftIncomplete, .opening, .relayOwnHost, .sameKey, .batchLength,
            .deviceKey, .tokenRequest, .blindedMessage, .slipLength, .slipVersion, .slipContest, .slipPoint, .slipToken,
            .slipSignature, .ceremonyKey, .untrustedIdentity, .identityOfAnother, .signature, .document,
            .unreadableFile:
            .unprocessableContent
        case .storageFull: .init(code: 507, reasonPhrase: "Insufficient Storage")
        case .timestamp: .badGateway
        case .unavailable, .keptBack, .overloaded: .serviceUnavailable
        case .auditFailed, .internal: .internalServerError
        }
    }
}
