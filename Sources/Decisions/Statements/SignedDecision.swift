public import Recognition

/// A decision of recognition, signed.
public typealias SignedDecision = SignedStatement<DecisionStatement>

/// A decision that annuls one, signed.
public typealias SignedAnnulment = SignedStatement<AnnulmentStatement>
