"""What is asked to let a partner take part, and to make and settle an agreement."""
