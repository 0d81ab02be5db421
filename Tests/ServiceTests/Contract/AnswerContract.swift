import Foundation
import StrictEncoding
import Synchronization
import TestSupport
import Yams

@testable import Service

/// docs/api/openapi.yaml, held against what the service answers: every answer of the test run that goes through
/// `TestService.call` is checked.
final class AnswerContract: Sendable {
    static let shared = Result { try AnswerContract() }

    private struct Operation {
        let route: Routes.Route
        let expression: Regex<Substring>
        let responses: Node
    }

    private struct Held {
        let schema: AnswerSchema
        let operations: [Operation]
        var answered: Set<String> = []
    }

    private let held: Mutex<Held>

    private init() throws {
        let document = try Yams.compose(yaml: TestFiles.text("docs/api/openapi.yaml")) ?? [:]
        let operations = try (document["paths"]?.mapping ?? [:]).flatMap { path, item in
            try (item.mapping ?? [:]).compactMap { method, node in
                try Self.operation(path.string ?? "", method.string ?? "", node)
            }
        }
        held = Mutex(Held(schema: AnswerSchema(document: document), operations: operations))
    }

    private static func operation(_ path: String, _ method: String, _ node: Node) throws -> Operation? {
        guard let responses = node["responses"] else { return nil }
        let pattern = path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("{") ? "[^/]+" : NSRegularExpression.escapedPattern(for: String($0)) }
            .joined(separator: "/")
        return Operation(
            route: Routes.Route(method: method.uppercased(), path: path), expression: try Regex(pattern),
            responses: responses)
    }

    /// Every operation of the document that has been answered with success.
    var answered: Set<String> { held.withLock(\.answered) }

    var operations: Set<String> { held.withLock { Set($0.operations.map(\.route.description)) } }

    /// What of an answer is not as it is described; nothing for a path that is not described at all.
    func faults(_ method: String, _ path: String, _ answer: RawAnswer) -> [String] {
        let path = String(path.prefix { $0 != "?" })
        return held.withLock { held in
            guard
                let operation = held.operations.first(where: {
                    $0.route.method == method && path.wholeMatch(of: $0.expression) != nil
                })
            else { return [] }
            if answer.status < 300 { held.answered.insert(operation.route.description) }
            let faults = Self.faults(operation, answer, held.schema)
            return faults.map { "\(operation.route) \(answer.status): \($0)" }
        }
    }

    private static func faults(_ operation: Operation, _ answer: RawAnswer, _ schema: AnswerSchema) -> [String] {
        // The server's own faults have their own tests.
        guard answer.status != 500 else { return [] }
        // A key in quotation marks is not the number of the same digits.
        guard
            let described = operation.responses.mapping?.first(where: { $0.key.string == String(answer.status) })?.value
        else { return undescribed(answer, schema) }
        let type = answer.headers["content-type"].map { String($0.prefix { $0 != ";" }) }
        guard let content = schema.resolved(described)["content"]?.mapping else {
            return answer.body.isEmpty ? [] : ["a body where none is described"]
        }
        guard let type, let media = content.first(where: { $0.key.string == type })?.value else {
            return ["\(type ?? "no type") is not described"]
        }
        return body(answer.body, type, media, schema) + code(answer, described)
    }

    /// What every operation may answer is described once.
    private static func undescribed(_ answer: RawAnswer, _ schema: AnswerSchema) -> [String] {
        guard [405, 408, 415, 503].contains(answer.status), let problem = schema.schema("Problem") else {
            return ["the status is not described"]
        }
        return answer.body.isEmpty ? [] : value(answer.body, problem, schema)
    }

    private static func body(
        _ bytes: [UInt8], _ type: String, _ media: Node, _ schema: AnswerSchema
    ) -> [String] {
        guard let expected = media["schema"] else { return ["no schema"] }
        switch type {
        case "application/json", "application/problem+json": return value(bytes, expected, schema)
        case "application/jsonl": return bytes.split(separator: 0x0A).flatMap { value(Array($0), expected, schema) }
        default: return []
        }
    }

    private static func value(_ bytes: [UInt8], _ expected: Node, _ schema: AnswerSchema) -> [String] {
        do {
            return schema.faults(try JSONReader(parsing: bytes, as: "$", limit: 1 << 26).value, expected)
        } catch {
            return ["\(error)"]
        }
    }

    /// A problem's code is one of those that the operation's description of the status names.
    private static func code(_ answer: RawAnswer, _ described: Node) -> [String] {
        guard let code = answer.code, let words = described["description"]?.string else { return [] }
        return words.contains("`\(code)`") ? [] : ["\(code) is not among \(words)"]
    }
}
