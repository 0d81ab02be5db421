import Foundation

/// Whether `needle` stands anywhere in `bytes`.
func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool { Data(bytes).range(of: Data(needle)) != nil }
