/// A quantity in Prometheus' text format.
struct Metric: Sendable {
    enum Kind: String, Sendable { case counter, gauge }

    struct Sample: Sendable {
        let labels: [(name: String, value: String)]
        let value: Int

        init(_ label: String, _ name: String, _ value: Int) { self.init([(label, name)], value) }

        init(_ value: Int) { self.init([], value) }

        init(_ labels: [(name: String, value: String)], _ value: Int) {
            (self.labels, self.value) = (labels, value)
        }
    }

    let name: String
    let kind: Kind
    let help: String
    let samples: [Sample]

    init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        (self.name, self.kind, self.help, self.samples) = (name, kind, help, samples)
    }

    var lines: [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(kind.rawValue)"]
            + samples.map { sample in
                let labels = sample.labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
                return "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)"
            }
    }
}

/// Something that knows how busy it is.
protocol MetricSource: Sendable {
    var metrics: [Metric] { get }
}
