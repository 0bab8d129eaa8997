namespace Ita.Domain.Texts;

/// <summary>One sentence in Thai and in English.</summary>
public readonly record struct LocalizedText(string Th, string En);
