import Foundation
import StrictEncoding
import Yams

/// As much of JSON Schema 2020-12 as docs/api/openapi.yaml uses, read more strictly than it asks: a member that is not
/// described is a fault, so that the description cannot fall behind.
struct AnswerSchema {
    let document: Node

    /// What is wrong with a value, each with its place; empty where nothing is.
    func faults(_ value: JSONValue, _ schema: Node, at place: String = "$") -> [String] {
        if schema.bool == true { return [] }
        let schema = resolved(schema)
        if let options = schema["oneOf"]?.sequence { return oneOf(value, Array(options), at: place) }
        var faults = types(value, schema, at: place)
        guard faults.isEmpty else { return faults }
        faults += constants(value, schema, at: place)
        switch value {
        case .object(let members): faults += object(members, schema, at: place)
        case .array(let elements): faults += array(elements, schema, at: place)
        case .string(let text): faults += string(text, schema, at: place)
        case .integer(let number): faults += integer(number, schema, at: place)
        case .bool, .null: break
        }
        return faults
    }

    /// One of the document's own, by name.
    func schema(_ name: String) -> Node? { document["components"]?["schemas"]?[name] }

    /// What a reference leads to.
    func resolved(_ node: Node) -> Node {
        guard let reference = node["$ref"]?.string else { return node }
        let target = reference.split(separator: "/").dropFirst().reduce(Optional(document)) { $0?[String($1)] }
        return target.map(resolved) ?? node
    }

    private func oneOf(_ value: JSONValue, _ options: [Node], at place: String) -> [String] {
        let tried = options.map { faults(value, $0, at: place) }
        guard tried.count(where: \.isEmpty) != 1 else { return [] }
        guard !tried.contains(where: \.isEmpty) else { return ["\(place): more than one of the schemas"] }
        return ["\(place): none of the schemas (\(tried.joined().joined(separator: "; ")))"]
    }

    private func types(_ value: JSONValue, _ schema: Node, at place: String) -> [String] {
        let allowed = schema["type"]?.string.map { [$0] } ?? schema["type"]?.sequence?.compactMap(\.string)
        guard let allowed else { return [] }
        return allowed.contains(Self.type(of: value)) ? [] : ["\(place): \(Self.type(of: value)), not \(allowed)"]
    }

    private static func type(of value: JSONValue) -> String {
        switch value {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .integer: "integer"
        case .bool: "boolean"
        case .null: "null"
        }
    }

    private func constants(_ value: JSONValue, _ schema: Node, at place: String) -> [String] {
        guard case .string(let text) = value else { return [] }
        let options = schema["enum"]?.sequence?.compactMap(\.string) ?? schema["const"]?.string.map { [$0] }
        guard let options, !options.contains(text) else { return [] }
        return ["\(place): \(text) is none of \(options)"]
    }

    private func object(_ members: [JSONValue.Member], _ schema: Node, at place: String) -> [String] {
        let names = Set(members.map(\.name))
        let parts = self.parts(schema)
        let required = parts.flatMap { $0["required"]?.sequence?.compactMap(\.string) ?? [] }
        var faults = required.filter { !names.contains($0) }.map { "\(place): \($0) is missing" }
        for member in members {
            let inner = "\(place).\(member.name)"
            if let property = parts.lazy.compactMap({ $0["properties"]?[member.name] }).first {
                faults += self.faults(member.value, property, at: inner)
            } else if let more = parts.lazy.compactMap({ $0["additionalProperties"] }).first, more.bool != false {
                if more.bool == nil { faults += self.faults(member.value, more, at: inner) }
            } else {
                faults.append("\(inner): is not described")
            }
        }
        return faults
    }

    /// A schema, or all those that it is put together of.
    private func parts(_ schema: Node) -> [Node] {
        [schema] + (schema["allOf"]?.sequence ?? []).flatMap { parts(resolved($0)) }
    }

    private func array(_ elements: [JSONValue], _ schema: Node, at place: String) -> [String] {
        var faults = bounds(elements.count, schema, "minItems", "maxItems", at: place)
        guard let items = schema["items"] else { return faults + ["\(place): items are not described"] }
        for (index, element) in elements.enumerated() {
            faults += self.faults(element, items, at: "\(place)[\(index)]")
        }
        return faults
    }

    private func string(_ text: String, _ schema: Node, at place: String) -> [String] {
        var faults = bounds(text.unicodeScalars.count, schema, "minLength", "maxLength", at: place)
        if let pattern = schema["pattern"]?.string,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            faults.append("\(place): \(text.prefix(60)) is not \(pattern)")
        }
        return faults
    }

    private func integer(_ number: Int, _ schema: Node, at place: String) -> [String] {
        bounds(number, schema, "minimum", "maximum", at: place)
    }

    private func bounds(_ number: Int, _ schema: Node, _ least: String, _ most: String, at place: String) -> [String] {
        let isBelow = schema[least]?.int.map { number < $0 } ?? false
        let isAbove = schema[most]?.int.map { number > $0 } ?? false
        return isBelow || isAbove ? ["\(place): \(number) is out of bounds"] : []
    }
}
