"""The files we exchange with the bank: reading camt.053, writing pain.001. They know the formats and decide nothing."""
