/// The tags (X.690 section 8) that token keys and signatures are made of.
enum DERTag: UInt8 {
    case integer = 0x02
    case bitString = 0x03
    case octetString = 0x04
    case objectIdentifier = 0x06
    case sequence = 0x30
    case set = 0x31
    /// Constructed, of the context's own.
    case context0 = 0xA0
    case context1 = 0xA1
    case context2 = 0xA2
    case context4 = 0xA4
}
