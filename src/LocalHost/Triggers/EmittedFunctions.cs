using System.Reflection;
using System.Reflection.Emit;
using Ita.LocalHost.App;
using Microsoft.Azure.WebJobs;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Makes a class with one method per queue and blob function, so that the WebJobs SDK finds them by their attributes:
/// <c>[FunctionName("Ingest")] Task Ingest([QueueTrigger("ingest", Connection = "…")] byte[] message, Binder, ExecutionContext, CancellationToken)</c>.
/// </summary>
internal static class EmittedFunctions
{
    private static readonly MethodInfo Run = typeof(FunctionBridge).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The class is called as in the genuine host, because its name is part of the names of receipts and leases.</summary>
    public static Type Make(IEnumerable<Function> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Functions");
        var type = module.DefineType("Host.Functions", TypeAttributes.Public, typeof(FunctionBridge));
        foreach (var function in functions)
        {
            EmitMethod(type, function);
        }

        return type.CreateType();
    }

    private static void EmitMethod(TypeBuilder type, Function function)
    {
        Type[] parameters = [ValueType(function.Trigger), typeof(Microsoft.Azure.WebJobs.Binder), typeof(ExecutionContext), typeof(CancellationToken)];
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task), parameters);
        method.SetCustomAttribute(Attribute<FunctionNameAttribute>(function.Name));
        method.DefineParameter(1, ParameterAttributes.None, function.Trigger.Name).SetCustomAttribute(TriggerAttribute(function.Trigger));
        method.DefineParameter(2, ParameterAttributes.None, "_binder");
        method.DefineParameter(3, ParameterAttributes.None, "_context");
        method.DefineParameter(4, ParameterAttributes.None, "_cancellationToken");
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, function.Name);
        for (var argument = 1; argument <= parameters.Length; argument++)
        {
            code.Emit(OpCodes.Ldarg, (short)argument);
        }

        code.Emit(OpCodes.Call, Run);
        code.Emit(OpCodes.Ret);
    }

    private static Type ValueType(Binding trigger) =>
        trigger.IsDeferred ? typeof(ParameterBindingData) : trigger.Has("dataType", "binary") ? typeof(byte[]) : typeof(string);

    private static CustomAttributeBuilder TriggerAttribute(Binding trigger) => trigger.Type == Binding.QueueTrigger
        ? Attribute<QueueTriggerAttribute>(trigger["queueName"]!, ("Connection", trigger["connection"]))
        : Attribute<BlobTriggerAttribute>(trigger.BlobPath, ("Connection", trigger["connection"]), ("Source", trigger.IsEventGrid ? BlobTriggerSource.EventGrid : null));

    private static CustomAttributeBuilder Attribute<T>(string argument, params (string Name, object? Value)[] properties)
    {
        var set = properties.Where(property => property.Value is not null).ToList();
        return new(typeof(T).GetConstructor([typeof(string)])!, [argument], [.. set.Select(pair => typeof(T).GetProperty(pair.Name)!)], [.. set.Select(pair => pair.Value!)]);
    }
}
