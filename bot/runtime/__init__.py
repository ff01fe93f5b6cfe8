"""Start-up: Rasa without TensorFlow, actions in process, the server and its health."""
