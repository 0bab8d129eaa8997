namespace Ita.App.Web.Bodies;

/// <summary>A place in a body.</summary>
/// <param name="Path">For example <c>[0].evidence[1].url</c>; <c>body</c> for the body itself.</param>
/// <param name="Name">The name of the nearest member; empty for the body itself.</param>
internal sealed record BodyPlace(string Path, string Name)
{
    private const string Root = "body";

    public static BodyPlace Body { get; } = new(Root, "");

    public BodyPlace Member(string name) => new(Path == Root ? name : $"{Path}.{name}", name);

    public BodyPlace Entry(int at) => new($"{(Path == Root ? "" : Path)}[{at.ToString(CultureInfo.InvariantCulture)}]", Name);
}
