namespace Ita.Functions.Storage.Tables;

/// <summary>A table, as the service lists it.</summary>
public sealed record TableItem(string Name);
