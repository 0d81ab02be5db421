import Foundation
import TestSupport
import Testing
import Yams

@testable import Service

/// docs/api/openapi.yaml and the service say the same.
@Suite struct OpenAPITests {
    private static let methods: Set<String> = ["get", "put", "post", "patch", "delete", "head", "options", "trace"]

    private let document: Node

    init() throws {
        document = try #require(try Yams.compose(yaml: TestFiles.text("docs/api/openapi.yaml")))
    }

    private func operations() throws -> [(route: Routes.Route, node: Node)] {
        var operations: [(Routes.Route, Node)] = []
        for (path, item) in try #require(document["paths"]?.mapping) {
            let path = try #require(path.string)
            for (method, node) in item.mapping ?? [:] where Self.methods.contains(method.string ?? "") {
                operations.append((Routes.Route(method: (method.string ?? "").uppercased(), path: path), node))
            }
        }
        return operations
    }

    @Test func everyRouteIsDescribedAndNoOther() async throws {
        let described = Set(try operations().map(\.route))
        // Pages are for people: what they ask for is described nowhere but on them.
        let registered = Set(try await Routes.ofTheService().filter { $0.isForPrograms })
        #expect(registered.subtracting(described) == [], "routes that the document does not describe")
        #expect(described.subtracting(registered) == [], "described routes that the service does not have")
    }

    @Test func everyProblemCodeIsListedAndNoOther() throws {
        var lists: [Set<String>] = []
        Self.visit(document) { node in
            let values = node["enum"]?.sequence?.compactMap(\.string) ?? []
            if values.contains(ProblemCode.slipDiffers.rawValue) { lists.append(Set(values)) }
        }
        #expect(!lists.isEmpty)
        for list in lists { #expect(list.symmetricDifference(ProblemCode.allCases.map(\.rawValue)) == []) }
    }

    @Test func everyParameterOfAPathIsDeclared() throws {
        for (path, item) in try #require(document["paths"]?.mapping) {
            let names = try #require(path.string).matches(of: /\{([A-Za-z]+)\}/).map { String($0.output.1) }
            for (method, node) in item.mapping ?? [:] where Self.methods.contains(method.string ?? "") {
                let declared = parameters(of: item) + parameters(of: node)
                #expect(Set(names).isSubset(of: declared), "\(method.string ?? "") \(path.string ?? "")")
            }
        }
    }

    @Test func everyOperationHasItsOwnNameAndAnswers() throws {
        let operations = try operations()
        let names = operations.compactMap { $0.node["operationId"]?.string }
        #expect(names.count == operations.count && Set(names).count == names.count)
        for (route, node) in operations { #expect(node["responses"]?.mapping?.isEmpty == false, "\(route)") }
    }

    @Test func everyReferenceLeadsSomewhere() throws {
        Self.visit(document) { node in
            guard let reference = node["$ref"]?.string else { return }
            let parts = reference.split(separator: "/").dropFirst()
            let target = parts.reduce(Optional(document)) { $0?[String($1)] }
            #expect(reference.hasPrefix("#/") && target != nil, "\(reference)")
        }
    }

    /// The names of path parameters, those behind references too.
    private func parameters(of node: Node) -> [String] {
        (node["parameters"]?.sequence ?? []).compactMap { parameter in
            let target = (parameter["$ref"]?.string).flatMap { reference in
                reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
            }
            let found = target ?? parameter
            return found["in"]?.string == "path" ? found["name"]?.string : nil
        }
    }

    private static func visit(_ node: Node, _ body: (Node) throws -> Void) rethrows {
        try body(node)
        switch node {
        case .mapping(let mapping): for (_, value) in mapping { try visit(value, body) }
        case .sequence(let sequence): for value in sequence { try visit(value, body) }
        default: break
        }
    }
}
