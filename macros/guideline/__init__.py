"""Turn a municipality's YAML files into a frozen, validated model."""
