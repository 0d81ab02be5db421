import Configuration
import Reader

/// How strangers' files are read.
extension ServeSettings {
    /// Whoever reads strangers' files is started before they come: a service waits for its users.
    static func readers(_ reader: ConfigReader) throws -> ReaderSettings {
        var settings = ReaderSettings()
        settings.startsAhead = true
        settings.count = try number("readers.count", in: 1...64, reader) ?? settings.count
        settings.places = try number("readers.places", in: 0...1_000, reader) ?? settings.places
        let seconds = try number("readers.seconds", in: 1...600, reader) ?? settings.confinement.seconds
        settings.confinement.seconds = seconds
        // Others may have the processor as well: twice its time by the clock on the wall.
        settings.time = .seconds(2 * seconds)
        let memory = try number("readers.memory", in: 256...65_536, reader)
        settings.confinement.memory = memory.map { $0 << 20 } ?? settings.confinement.memory
        return settings
    }
}
